/** The people who may log in, over the API. */
@NullMarked
package io.shisei.api.user;

import org.jspecify.annotations.NullMarked;
