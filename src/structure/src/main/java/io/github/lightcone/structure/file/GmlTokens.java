package io.github.lightcone.structure.file;

import java.io.BufferedReader;
import java.io.IOException;

/** The keys, values and brackets of a GML file, one after the other. */
final class GmlTokens {

    /** Kinds of tokens. */
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        OPEN,
        CLOSE,
        END
    }

    private static final int LONGEST = 1 << 20;

    private final String file;
    private final BufferedReader reader;
    private final StringBuilder text = new StringBuilder();
    private Kind kind = Kind.END;
    private long line = 1;
    private long tokenLine = 1;
    private int ahead;

    GmlTokens(String file, BufferedReader reader) throws GraphFileException {
        this.file = file;
        this.reader = reader;
        ahead = read();
    }

    /** Goes to the next token and returns its kind. */
    Kind next() throws GraphFileException {
        text.setLength(0);
        skipBlanks();
        tokenLine = line;
        kind = token();
        return kind;
    }

    private Kind token() throws GraphFileException {
        if (ahead < 0) {
            return Kind.END;
        }
        if (ahead == '[' || ahead == ']') {
            boolean open = ahead == '[';
            take();
            return open ? Kind.OPEN : Kind.CLOSE;
        }
        if (ahead == '"') {
            string();
            return Kind.STRING;
        }
        boolean word = Character.isLetter(ahead) || ahead == '_';
        while (ahead >= 0 && !Character.isWhitespace(ahead) && ahead != '[' && ahead != ']' && ahead != '"') {
            take();
        }
        if (word) {
            return Kind.WORD;
        }
        if (Double.isNaN(Decimal.parse(text()))) {
            throw error(GraphFileException.quote(text()) + ", must be a key, a number, a quoted text or a bracket");
        }
        return Kind.NUMBER;
    }

    private void skipBlanks() throws GraphFileException {
        while (ahead >= 0 && (Character.isWhitespace(ahead) || ahead == '#')) {
            if (ahead == '#') {
                while (ahead >= 0 && ahead != '\n' && ahead != '\r') {
                    ahead = read();
                }
            } else {
                line += ahead == '\n' ? 1 : 0;
                ahead = read();
            }
        }
    }

    private void string() throws GraphFileException {
        ahead = read();
        while (ahead != '"') {
            if (ahead < 0) {
                throw error("has a quotation mark that is not closed");
            }
            line += ahead == '\n' ? 1 : 0;
            take();
        }
        ahead = read();
        String unescaped = Entities.replace(text());
        text.setLength(0);
        text.append(unescaped);
    }

    private void take() throws GraphFileException {
        if (text.length() == LONGEST) {
            throw error("has a word or text of more than " + LONGEST + " characters");
        }
        text.append((char) ahead);
        ahead = read();
    }

    private int read() throws GraphFileException {
        try {
            return reader.read();
        } catch (IOException problem) {
            throw TextFile.explain(file, problem);
        }
    }

    /** Returns the kind of the current token. */
    Kind kind() {
        return kind;
    }

    /** Returns the current token, a string without its quotes and with its entities replaced. */
    String text() {
        return text.toString();
    }

    /** Returns the line in which the current token starts. */
    long line() {
        return tokenLine;
    }

    /** Returns an exception about the current token. */
    GraphFileException error(String problem) {
        return GraphFileException.atLine(file, tokenLine, problem);
    }
}
