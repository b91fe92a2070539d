-- Facts alone lie outside the row. Small values that every list and every fold reads stay in it: outside, each would cost
-- a look-up of its own when it is read and a row of its own when it is written. Rows that are there move when they are
-- written next.
ALTER TABLE "Vm"
  ALTER COLUMN "sections" SET STORAGE MAIN,
  ALTER COLUMN "because" SET STORAGE MAIN,
  ALTER COLUMN "missing" SET STORAGE MAIN,
  ALTER COLUMN "badges" SET STORAGE MAIN,
  ALTER COLUMN "fixAlone" SET STORAGE MAIN;
