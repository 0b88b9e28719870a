-- What the columns of a portal's files mean, by the names of the presets (A1).
CREATE TABLE survey_import_preset (
    portal text  NOT NULL,
    name   text  NOT NULL,
    preset jsonb NOT NULL,
    PRIMARY KEY (portal, name)
);
