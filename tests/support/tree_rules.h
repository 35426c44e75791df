// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QDir>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace thimblely::test {

/*!
 * The rules of the source tree that no compiler holds: which folder may include which, and what no source may say.
 *
 * Which folder may use which is read from the LINK lists of the CMake files, so that it is written down once; the
 * order of the folders comes from the foreach of core/ and ui/.
 */
class TreeRules {
public:
    explicit TreeRules(const QString &root);

    //! One line for each breach: "rule: file:line: text". Empty for a tree that keeps the rules.
    QStringList breaches() const;

private:
    struct Source {
        QString path;   //!< from the root
        QString folder; //!< "core/orders", "ui/shell", "app/thimblely", "tests", …
        QStringList lines;
    };
    using Folders = QSet<QString>;

    void readLinks(const QString &layer);
    void readSources(const QString &top);
    Folders reachable(const QString &folder) const;
    void checkOrder(QStringList &found) const;
    void checkIncludes(const Source &source, QStringList &found) const;
    QString breachOfInclude(const Source &source, const QString &header) const;
    QString breachOfOwnInclude(const Source &source, const QString &header) const;
    static void checkText(const Source &source, QStringList &found);
    static void checkLicence(const Source &source, QStringList &found);

    QDir m_root;
    QHash<QString, Folders> m_links; //!< folder to the folders that it links
    QStringList m_order;             //!< all folders, lowest first
    std::vector<Source> m_sources;
};

} // namespace thimblely::test
