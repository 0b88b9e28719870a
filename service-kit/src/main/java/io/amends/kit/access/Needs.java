package io.amends.kit.access;

import io.amends.contracts.access.Scope;
import io.amends.kit.rights.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope that a route asks of an API key (H2), for the routes of a class or for one of them. A key without it gets 403
 * that names it. A route without this is for people and for configured keys: a key that was made gets 403 there.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /** The scope. */
    Scope value();

    /** What a person must be allowed to do in the portal that the route is about (H1). */
    Permission may();
}
