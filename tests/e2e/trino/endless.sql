-- Occupies every worker until somebody ends it.
SELECT 'begun';
SELECT count(*) FROM tpch.sf10000.lineitem;
