/** Tests of notes-service, each named for the behaviour it proves. */
package io.amends.notes;
