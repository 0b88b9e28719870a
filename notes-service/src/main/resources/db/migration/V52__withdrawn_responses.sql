-- What withdrew a response, where a higher version of it than the one decided waits in quarantine (A5).
ALTER TABLE response ADD COLUMN withdrawal json;
