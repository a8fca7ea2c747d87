SELECT 'begun';
SELECT count(*) FROM tpch.sf10000.lineitem;
