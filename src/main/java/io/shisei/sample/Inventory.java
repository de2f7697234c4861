package io.shisei.sample;

import java.util.List;

/** One file of the recording: resources of one type. */
record Inventory(String type, List<Entry> resources) {}
