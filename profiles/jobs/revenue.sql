-- If a worker is lost, the query runs once more instead of failing.
SET SESSION retry_policy = 'QUERY';

SELECT r.name AS region, year(o.orderdate) AS year, round(sum(l.extendedprice * (1 - l.discount)) / 1e6, 1) AS millions
FROM tpch.sf1.lineitem l
JOIN tpch.sf1.orders o USING (orderkey)
JOIN tpch.sf1.customer c USING (custkey)
JOIN tpch.sf1.nation n USING (nationkey)
JOIN tpch.sf1.region r USING (regionkey)
GROUP BY r.name, year(o.orderdate)
ORDER BY region, year;
