-- Occupies the workers for a while; a query that loses a worker is run once more.
SET SESSION retry_policy = 'QUERY';
SELECT 'begun';
SELECT 'lines', count(*), count(DISTINCT orderkey) FROM tpch.sf1.lineitem;
SELECT 'lines', count(*), count(DISTINCT orderkey) FROM tpch.sf1.lineitem;
SELECT 'sum', count(*), sum(orderkey) FROM tpch.tiny.orders;
