/** What people and keys change is told to the audit log, in the transaction of the change (H4). */
@NullMarked
package io.amends.kit.audit;

import org.jspecify.annotations.NullMarked;
