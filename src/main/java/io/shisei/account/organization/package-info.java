/** The AWS organization: which of its members are watched, and the syncs that keep them up to date. */
@NamedInterface("organization")
@NullMarked
package io.shisei.account.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
