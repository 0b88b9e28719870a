package io.amends.kit.access;

import io.amends.kit.rights.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a person must be allowed to do in the portal of a page, so that the page opens (H1): what {@link Needs} says of a
 * route for machines, for the pages of a class or for one of them. Who may see what the page is about, and not do this, gets
 * 403 in words; for everybody else there is no such page.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Opens {
    /** The permission. */
    Permission value();
}
