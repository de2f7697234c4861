/** The way into AWS: credentials, clients, regions, organizations. */
@NullMarked
package io.shisei.aws.door;

import org.jspecify.annotations.NullMarked;
