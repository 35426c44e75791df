// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace thimblely::ui {

class Desk;
class Toast;
class ToastHost;

/*!
 * Says what was done and offers the way back. What moves money is named (whose, which order, how much) before it is
 * taken back: at once while that still stands there to be read, else it is asked first. Who may not take money back is
 * offered no way that ends in a refusal.
 */
class UndoToasts : public QObject {
    Q_OBJECT

public:
    UndoToasts(Desk &desk, ToastHost &toasts, QObject *parent);

    void announce(const changes::ChangeSet &changes);
    //! What follows a write at once ("claim check written") joins its toast instead of taking the way back away.
    void say(const QString &sentence);
    //! Ctrl+Z.
    void undo();

private:
    void offer(const QString &sentence, OperationId operation);
    void ask(const changes::UndoOffer &newest);
    void takeBack(OperationId operation);
    bool mayTakeBack(const QByteArray &kind, const QStringList &args) const;
    bool isOffered() const;

    Desk &m_desk;
    ToastHost &m_toasts;
    QPointer<Toast> m_toast; // that offers a way back, as long as it is there
    QString m_sentence;
    std::optional<OperationId> m_operation;
};

} // namespace thimblely::ui
