// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/access/privileged/erasure_reach.h"

#include <functional>

namespace thimblely::access {

/*!
 * What the program itself has noted of the rows that an erasure reaches, beside the rows: history, search, what is being
 * typed, imports, pictures. Used after the rows were written, in the same transaction. Internal to erasure.
 */
class ErasureTraces {
public:
    //! `instead`: what stands for the name.
    ErasureTraces(storage::Connection &connection, const ErasureReach &reach, const QString &instead)
        : m_connection(connection), m_reach(reach), m_instead(instead)
    {}

    //! Pictures that only these rows name, as they stand before the rows are written.
    Result<std::vector<QByteArray>> pictures() const;
    //! Former values go, and that something was changed stays; none of these operations can be undone any more.
    Result<void> blankHistory();
    //! Orders are found by their numbers and by nothing else. `folded` is how the index writes words.
    Result<void> leaveSearch(const std::function<QString(const QStringList &texts)> &folded);
    //! What is being typed about them, on whatever screen.
    Result<void> dropDrafts(WorkspaceId workspace);
    Result<void> dropImports();
    //! Of `pictures` those that no row names any more.
    Result<std::vector<QByteArray>> dropPictures(const std::vector<QByteArray> &pictures);

private:
    Result<void> blankJournal();
    Result<void> blankLabels();
    Result<bool> isNamed(const QByteArray &sha256) const;

    storage::Connection &m_connection;
    const ErasureReach &m_reach;
    const QString m_instead;
};

} // namespace thimblely::access
