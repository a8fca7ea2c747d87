-- The lines of TPC-H's smallest table of orders, by their flags, and a sum over them.
SELECT 'lines', returnflag, linestatus, count(*)
FROM tpch.tiny.lineitem GROUP BY returnflag, linestatus ORDER BY returnflag, linestatus;
SELECT 'orders', count(*), sum(orderkey) FROM tpch.tiny.orders;
