package io.shisei.control.cel.check;

/** What is wrong with a part of an expression; {@code node} is the part's number in the checked expression. */
public record Remark(long node, String message) {}
