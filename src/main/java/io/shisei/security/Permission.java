package io.shisei.security;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** What a login may do. Who has one of them has those before it, too; {@link Role} says who has which. */
public enum Permission {
    /** What everybody may, without a login. */
    COME_IN,
    /** Look at everything but secrets. */
    READ,
    /** Start and cancel scans, hide findings, and say how far people are with them. */
    OPERATE,
    /** Decide what is watched, how it is judged and when, and who may come in. */
    ADMINISTER;

    /** Whether a login has it; null: nobody has logged in. */
    public boolean isOf(@Nullable Principal login) {
        return this == COME_IN
                || login instanceof Authentication it
                        && it.getAuthorities().stream().anyMatch(authority -> Role.grants(authority, this));
    }
}
