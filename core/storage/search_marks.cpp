// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/search_marks.h"

#include <QByteArrayList>

#include <sqlite3.h>

#include <algorithm>
#include <new>
#include <vector>

namespace thimblely::storage {

namespace {

constexpr qsizetype gram = 3;
constexpr int rangeBits = 39;               // of an entry's id, below its range
constexpr const char *wordStart = "\u00b7"; // FTS5's ascii tokenizer takes all beyond ASCII for letters

//! Where the characters of a word begin in its UTF-8, and its end.
std::vector<qsizetype> charactersOf(const QByteArray &word)
{
    std::vector<qsizetype> starts;
    starts.reserve(size_t(word.size()) + 1);
    for (qsizetype at = 0; at < word.size(); ++at) {
        if ((uchar(word[at]) & 0xc0) != 0x80) // no continuation
            starts.push_back(at);
    }
    starts.push_back(word.size());
    return starts;
}

class Word {
public:
    explicit Word(const QString &word) : m_utf8(word.toUtf8()), m_starts(charactersOf(m_utf8)) {}

    qsizetype size() const { return qsizetype(m_starts.size()) - 1; }
    QByteArray start(qsizetype count) const { return wordStart + part(0, count); }
    QByteArray threeFrom(qsizetype first) const { return part(first, gram); }

private:
    QByteArray part(qsizetype first, qsizetype count) const
    {
        const qsizetype from = m_starts[size_t(first)];
        return m_utf8.mid(from, m_starts[size_t(first + count)] - from);
    }

    QByteArray m_utf8;
    std::vector<qsizetype> m_starts;
};

//! As few as cover the word: every third, and the last.
QByteArrayList covering(const Word &word)
{
    if (word.size() < gram)
        return {word.start(word.size())};
    QByteArrayList marks;
    for (qsizetype first = 0; first + gram < word.size(); first += gram)
        marks.append(word.threeFrom(first));
    marks.append(word.threeFrom(word.size() - gram));
    return marks;
}

void marksFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    try { // nothing may be thrown through SQLite, which is C
        const auto *folded = reinterpret_cast<const char *>(sqlite3_value_text(values[1]));
        const QByteArray marks = marksOf(sqlite3_value_int64(values[0]) >> rangeBits,
                                         QString::fromUtf8(folded, sqlite3_value_bytes(values[1])));
        sqlite3_result_text64(context, marks.constData(), size_t(marks.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc &) {
        sqlite3_result_error_nomem(context);
    }
}

} // namespace

void registerSearchMarks(sqlite3 *handle)
{
    constexpr int pure = SQLITE_UTF8 | SQLITE_INNOCUOUS | SQLITE_DETERMINISTIC;
    sqlite3_create_function_v2(handle, "search_marks", 2, pure, nullptr, marksFunction, nullptr, nullptr, nullptr);
}

/*!
 * One pass, in which a mark that the text has twice comes twice: an import makes millions of them, FTS5 drops the second as
 * it writes (detail=none keeps a term once in a row), and to sort them took longer. The text is folded: what is no letter
 * of a word is a single space.
 */
QByteArray marksOf(qint64 range, const QString &folded)
{
    const QByteArray text = folded.toUtf8();
    const QByteArray prefix = ' ' + QByteArray::number(range, 16);
    const QByteArray prefixOfStart = prefix + wordStart;
    // A character begins one mark of three, or of fewer at the start of a word; none is longer than three characters.
    constexpr qsizetype longestPart = 3 * 4;
    QByteArray all(text.size() * (prefixOfStart.size() + longestPart), Qt::Uninitialized);
    char *to = all.data();
    const auto add = [&](const QByteArray &before, qsizetype from, qsizetype end) {
        to = std::copy(before.begin(), before.end(), to);
        to = std::copy(text.begin() + from, text.begin() + end, to);
    };
    std::vector<qsizetype> at; // where the characters of the word begin, and its end
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype space = text.indexOf(' ', from);
        const qsizetype end = space < 0 ? text.size() : space;
        at.clear();
        for (qsizetype i = from; i < end; ++i) {
            if ((uchar(text[i]) & 0xc0) != 0x80) // no continuation
                at.push_back(i);
        }
        at.push_back(end);
        const size_t size = at.size() - 1;
        for (size_t count = 1; count <= 2 && count <= size; ++count)
            add(prefixOfStart, at[0], at[count]);
        for (size_t first = 0; first + size_t(gram) <= size; ++first)
            add(prefix, at[first], at[first + size_t(gram)]);
        from = end + 1;
    }
    if (to == all.constData())
        return {};
    all.truncate(to - all.constData());
    return all.sliced(1); // without the first space
}

QByteArray matchOf(qint64 range, const QStringList &words)
{
    const QByteArray prefix = QByteArray::number(range, 16);
    QByteArray match;
    for (const QString &word : words) {
        for (const QByteArray &mark : covering(Word(word))) // folded text has no quotation marks
            match += (match.isEmpty() ? "\"" : " AND \"") + prefix + mark + '"';
    }
    return match;
}

} // namespace thimblely::storage
