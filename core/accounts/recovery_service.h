// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QFuture>
#include <QStringList>
#include <QThreadPool>

namespace thimblely {

//! Of the sheet that a person has.
struct RecoverySheet {
    int left = 0;        //!< codes that are still good; 0: there is no sheet, or it is used up
    bool onPaper = true; //!< false: it was made, and nobody has said since that it was printed or written down
};

/*!
 * The way back in for who has lost a password: ten codes on paper, each good once, of which only argon2id hashes are kept.
 * The first character of a code says which of the ten it is, so that one try costs one hash. A code gives a new password
 * and nothing else: it is no way to read the data without one. On a thread of its own, one after another.
 */
class RecoveryService {
public:
    static constexpr int codes = 10;

    RecoveryService(QString path, const Clock &clock);
    ~RecoveryService();

    /*!
     * New codes; those made before open nothing any more. `password` is asked for where the person has codes already, so
     * that nobody at an unlocked screen takes them over: WrongSecret "accounts.wrong", TryLater "accounts.locked".
     */
    QFuture<Result<QStringList>> makeCodes(PersonId person, const QString &password = {});
    QFuture<Result<RecoverySheet>> sheet(PersonId person);
    //! Said by who has the codes before their eyes, or in their hand.
    QFuture<Result<void>> setOnPaper(PersonId person);
    /*!
     * By e-mail or login name; an empty one is the owner of the file's only shop. The code is used up. As wrong tries of
     * a password: WrongSecret "accounts.wrong_code", TryLater "accounts.locked"; Invalid "accounts.password_short".
     */
    QFuture<Result<void>> resetPassword(const QString &login, const QString &code, const QString &newPassword);

private:
    QString m_path;
    const Clock &m_clock;
    QThreadPool m_pool;
};

} // namespace thimblely
