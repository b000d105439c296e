-- Joins are made as the optimizer sees fit.
reset disabled_optimizers;
