// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/search_marks.h"

#include <QByteArrayList>

#include <algorithm>
#include <vector>

namespace thimblely::search {

namespace {

constexpr qsizetype gram = 3;
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

} // namespace

QByteArray marksOf(qint64 range, const QString &folded)
{
    QByteArrayList marks;
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    for (const QString &text : words) {
        const Word word(text);
        marks.append(word.start(1));
        if (word.size() > 1)
            marks.append(word.start(2));
        for (qsizetype first = 0; first + gram <= word.size(); ++first)
            marks.append(word.threeFrom(first));
    }
    std::ranges::sort(marks);
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
    const QByteArray prefix = QByteArray::number(range, 16);
    QByteArray all;
    for (const QByteArray &mark : std::as_const(marks))
        all += (all.isEmpty() ? "" : " ") + prefix + mark;
    return all;
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

} // namespace thimblely::search
