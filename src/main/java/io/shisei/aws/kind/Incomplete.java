package io.shisei.aws.kind;

import io.shisei.inventory.Gap;

/** A list or map of which some members could not be read: what stands in it is certain, and that there is more. */
record Incomplete(Object known, Gap gap) {}
