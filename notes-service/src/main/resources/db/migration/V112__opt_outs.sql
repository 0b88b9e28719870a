-- Customers who want no surveys: by email in lower case, phone in E.164 or their id in the CRM, one of them a row.
CREATE TABLE opt_out (
    portal      text NOT NULL,
    email       text,
    phone       text,
    customer_id text,
    CHECK (num_nonnulls(email, phone, customer_id) = 1)
);
CREATE UNIQUE INDEX opt_out_email ON opt_out (portal, email);
CREATE UNIQUE INDEX opt_out_phone ON opt_out (portal, phone);
CREATE UNIQUE INDEX opt_out_customer ON opt_out (portal, customer_id);
