package io.shisei.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the organization wants of an account that is its member; what was chosen for the account alone goes before it.
 *
 * @param name may be blank
 * @param access the way into it
 * @param regions null: every one that is enabled for it
 */
public record Membership(
        Identity identity,
        String name,
        Ou ou,
        Access access,
        @Nullable List<String> regions) {}
