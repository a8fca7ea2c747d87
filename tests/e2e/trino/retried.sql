-- As long.sql, but a query that loses a worker is run once more.
SET SESSION retry_policy = 'QUERY';
SELECT 'begun';
SELECT 'lines', count(*), count(DISTINCT orderkey) FROM tpch.sf1.lineitem;
