/** The PostgreSQL that the service brings along: unpacked, set up, run and watched, closed to everybody else. */
@NullMarked
package io.shisei.database.embedded;

import org.jspecify.annotations.NullMarked;
