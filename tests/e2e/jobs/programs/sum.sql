-- TPC-H says what is in its tables.
SELECT 'begun';
SELECT 'sum', count(*), sum(orderkey) FROM tpch.tiny.orders;
