-- Files of surveys, and how far each was read (A1). A file that is still being sent is KEEPING, and nobody is told of it.
CREATE TABLE survey_import (
    id           uuid        PRIMARY KEY,
    portal       text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('KEEPING', 'HELD', 'RUNNING', 'DONE', 'FAILED')),
    file         text,
    preset_name  text,
    preset       jsonb       NOT NULL DEFAULT '{}', -- what every column means, since the preset may be changed meanwhile
    encoding     text,
    bytes        bigint      NOT NULL DEFAULT 0,
    author       text        NOT NULL,
    begun_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    touched_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at  timestamptz,
    position     bigint      NOT NULL DEFAULT 0,    -- bytes of the rows that were taken or refused
    line         bigint      NOT NULL DEFAULT 0,    -- lines of the file before that
    accepted     bigint      NOT NULL DEFAULT 0,
    refused      bigint      NOT NULL DEFAULT 0,
    error        text,
    leased_until timestamptz
);
CREATE INDEX survey_import_of_portal ON survey_import (portal, begun_at DESC, id);
CREATE INDEX survey_import_open ON survey_import (touched_at) WHERE state IN ('KEEPING', 'HELD', 'RUNNING');

-- The file as it was sent, in pieces of 1 MiB, until it is read to its end.
CREATE TABLE survey_import_chunk (
    import  uuid    NOT NULL REFERENCES survey_import ON DELETE CASCADE,
    number  integer NOT NULL,
    content bytea   NOT NULL,
    PRIMARY KEY (import, number)
);
ALTER TABLE survey_import_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- Lines that were refused, each with every reason.
CREATE TABLE survey_import_refusal (
    import  uuid   NOT NULL REFERENCES survey_import ON DELETE CASCADE,
    line    bigint NOT NULL,
    reason  text   NOT NULL,
    content text   NOT NULL,
    PRIMARY KEY (import, line)
);
