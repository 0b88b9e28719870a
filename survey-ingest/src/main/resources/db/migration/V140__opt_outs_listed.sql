-- Who wants no surveys is listed, the latest first.
CREATE INDEX opt_out_newest ON opt_out (portal, at DESC, id);
