-- Occupies every worker for a while, and has one right answer.
SELECT 'begun';
SELECT 'lines', count(*), count(DISTINCT orderkey) FROM tpch.sf1.lineitem;
