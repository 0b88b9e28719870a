package io.amends.contracts.api;

/** Where the import of a file stands (A1). */
public enum ImportState {
    /** It is kept, and waits for somebody who looks at it and starts it. After a day it is forgotten. */
    HELD,
    RUNNING,
    /** Every line was taken or refused. */
    DONE,
    /** Somebody cancelled it: what was taken until then stays, and the rest of the file was not read. */
    CANCELLED,
    /** It could not go on; {@link SurveyImport#error} says why. */
    FAILED
}
