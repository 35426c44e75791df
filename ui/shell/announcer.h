// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/changes/change_set.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace thimblely::ui {

class Desk;
class Toast;
class ToastHost;

/*!
 * Says in a toast what was done and what went wrong, with the way back where there is one. Only one is shown: what
 * follows a write at once joins its toast. GUI thread.
 */
class Announcer : public QObject {
    Q_OBJECT

public:
    Announcer(Desk &desk, ToastHost &toasts, QObject *parent);

    void say(const QString &sentence);
    void undo();
    void redo();

private:
    void announce(const changes::ChangeSet &changes);
    void offerUndo(const QString &sentence, OperationId operation);

    //! The toast that offers a way back, as long as it is there.
    struct UndoOffer {
        QPointer<Toast> toast = {};
        QString sentence = {};
        std::optional<OperationId> operation = {};
    };

    Desk &m_desk;
    ToastHost &m_toasts;
    UndoOffer m_undoable;
};

} // namespace thimblely::ui
