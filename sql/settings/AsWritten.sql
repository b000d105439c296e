-- Joins are made as they are written: the optimizer takes what this transaction wrote for empty, and would keep millions of
-- rows in memory to look some hundred up in them.
set disabled_optimizers = 'join_order,build_side_probe_side';
