package io.amends.kit.access;

import io.amends.kit.rights.PortalRoles;
import org.jspecify.annotations.Nullable;

/**
 * For whom a service asks another one: what a person token says (H1).
 *
 * @param name the verified person, behind {@link Signature#PERSON} or {@link Signature#RECIPIENT}
 * @param portal the one portal that the request is about
 * @param roles what the person is in it
 * @param address the network address that the person comes from; null where it is not known
 */
public record ActingPerson(String name, String portal, PortalRoles roles, @Nullable String address) {}
