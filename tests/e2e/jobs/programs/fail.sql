SELECT 'begun';
SELECT no_such_column FROM tpch.tiny.orders;
