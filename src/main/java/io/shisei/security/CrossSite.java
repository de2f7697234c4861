package io.shisei.security;

import org.springframework.security.access.AccessDeniedException;

/** A page of another site made a browser ask for a change. */
public final class CrossSite extends AccessDeniedException {

    CrossSite() {
        super("the request comes from a page of another site (see its header Sec-Fetch-Site or Origin)");
    }
}
