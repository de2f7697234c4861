/** Accounts and organizations over the API. */
@NullMarked
package io.shisei.api.account;

import org.jspecify.annotations.NullMarked;
