-- Drafts and published versions of rule sets (B7). Rules are kept as the text that their author wrote.
CREATE SEQUENCE draft_revision;

CREATE TABLE rule_draft (
    portal     text        PRIMARY KEY,
    rule_set   text        NOT NULL,
    revision   bigint      NOT NULL,
    author     text        NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE rule_version (
    portal       text        NOT NULL,
    version      bigint      NOT NULL,
    rule_set     text        NOT NULL,
    author       text        NOT NULL,
    published_at timestamptz NOT NULL,
    reason       text        NOT NULL,
    PRIMARY KEY (portal, version)
);

-- What decisions name must stay what it was.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a published rule set version never changes'; END $$;
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON rule_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
