package io.portico.contacts.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;

/** Walks through text character by character, knows the line it is on, and can go back to the start of one line. */
final class LineCursor implements Closeable {
    static final int END = -1;

    /** How far it can go back: twice what a cell of Excel can hold. */
    private static final int REACH = 1 << 16;

    private final BufferedReader reader;
    private long line;
    private boolean afterCarriageReturn;

    private boolean marked;
    private int sinceMark;
    private long markedLine;
    private boolean markedAfterCarriageReturn;

    LineCursor(BufferedReader reader, long line) {
        this.reader = reader;
        this.line = line;
    }

    /** The line the next character is on. */
    long line() {
        return line;
    }

    int read() throws IOException {
        int character = reader.read();
        boolean secondHalfOfLineEnd = character == '\n' && afterCarriageReturn;
        if (isLineEnd(character) && !secondHalfOfLineEnd) {
            line++;
        }
        afterCarriageReturn = character == '\r';
        sinceMark++;
        return character;
    }

    /** Reads the first character of a row, past the second half of the line end before it. */
    int readFirst() throws IOException {
        boolean maybeSecondHalf = afterCarriageReturn;
        int character = read();
        return maybeSecondHalf && character == '\n' ? read() : character;
    }

    static boolean isLineEnd(int character) {
        return character == '\n' || character == '\r';
    }

    /** Marks the place to go back to, unless one is marked already. */
    void mark() throws IOException {
        if (!marked) {
            reader.mark(REACH);
            marked = true;
            sinceMark = 0;
            markedLine = line;
            markedAfterCarriageReturn = afterCarriageReturn;
        }
    }

    void forgetMark() {
        marked = false;
    }

    boolean isAtEndOfReach() {
        return marked && sinceMark >= REACH;
    }

    /** False when there is no place to go back to. */
    boolean goBack() throws IOException {
        if (!marked) {
            return false;
        }
        reader.reset();
        line = markedLine;
        afterCarriageReturn = markedAfterCarriageReturn;
        marked = false;
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
