-- A database in memory for what is about to be loaded.
attach ':memory:' as staging;
