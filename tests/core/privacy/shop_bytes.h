// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/storage/connection.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

namespace thimblely::test {

template <typename T>
T sure(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(describe(result.error())));
    if constexpr (!std::is_void_v<T>)
        return *result;
}

//! What stands in the files of a shop, byte by byte: its main file, the log, pictures and papers.
class ShopBytes {
public:
    explicit ShopBytes(const QString &path) : m_path(path) {}

    //! Every file of the shop, by its name, with all its bytes in lower case; `instead`: of the main file and its log.
    std::vector<std::pair<QString, QByteArray>> files(const QString &instead = {}) const
    {
        QStringList paths;
        QDirIterator each(QFileInfo(m_path).path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString next = each.next();
            if (instead.isEmpty() || next.contains(QLatin1String(".media/")) || !next.startsWith(m_path))
                paths.append(next);
        }
        if (!instead.isEmpty())
            paths.append(instead);
        std::vector<std::pair<QString, QByteArray>> all;
        for (const QString &one : std::as_const(paths)) {
            QFile file(one);
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s", qPrintable(file.fileName()));
            all.emplace_back(file.fileName(), (file.fileName() + u'\n').toUtf8().toLower() + file.readAll().toLower());
        }
        return all;
    }
    //! How many terms of the full-text index, which holds words in threes, have these three letters; also such as no
    //! row has any more.
    qint64 termsOf(const QString &three) const
    {
        const auto connection = storage::Connection::open({m_path}).value();
        sure(connection->executeScript("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, sys_search_fts, row)"));
        auto query = connection->query("SELECT count(*) FROM temp.terms WHERE term LIKE '%' || ? || '%'").value();
        query->bind(three);
        sure(query->step());
        return query->int64(0);
    }
    //! Whether the full-text index is one segment, which holds nothing that was deleted.
    bool isSearchMerged() const
    {
        const auto connection = storage::Connection::open({m_path}).value();
        const auto size = [&] {
            auto query = connection->query("SELECT sum(length(block)) FROM sys_search_fts_data").value();
            sure(query->step());
            return query->int64(0);
        };
        const qint64 before = size();
        sure(connection->executeScript("INSERT INTO sys_search_fts (sys_search_fts) VALUES ('optimize')"));
        return size() == before;
    }
    //! Each different mark with this word that stands in a row or a file ("qzxvjkw17x"), not in what SQLite left over.
    QStringList marks(const QString &word) const
    {
        const QTemporaryDir elsewhere;
        const QString copy = elsewhere.filePath(QStringLiteral("copy"));
        sure(storage::Connection::open({m_path}).value()->executeScript("VACUUM INTO '" + copy.toUtf8() + '\''));
        QSet<QString> found;
        const QRegularExpression mark(word + QStringLiteral("\\d+x"));
        for (const auto &[name, bytes] : files(copy)) {
            auto match = mark.globalMatch(QString::fromLatin1(bytes));
            while (match.hasNext())
                found.insert(match.next().captured());
        }
        QStringList sorted(found.begin(), found.end());
        sorted.sort();
        return sorted;
    }
    //! Where `text` stands: file and how often; as it is, and as hexadecimal digits.
    QStringList places(const QByteArray &text) const
    {
        QStringList found;
        for (const auto &[name, bytes] : files()) {
            for (const QByteArray &form : {text.toLower(), text.toLower().toHex(), text.toUpper().toHex()}) {
                if (const auto times = bytes.count(form); times > 0) {
                    const auto at = bytes.indexOf(form);
                    found.append(QStringLiteral("%1: %2 times, as \"%3\"")
                                     .arg(name)
                                     .arg(times)
                                     .arg(QString::fromLatin1(bytes.mid(std::max<qsizetype>(0, at - 60), 160))
                                              .replace(QChar(0), u'.')));
                }
            }
        }
        return found;
    }

private:
    const QString m_path;
};

} // namespace thimblely::test
