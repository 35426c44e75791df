// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QWidget>

namespace thimblely::ui {

class Button;

//! What stands where a list would: an icon, one sentence that teaches the next step, and the button that takes it.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const QByteArray &iconName, const QString &sentence, const QString &actionText = {},
                        QWidget *parent = nullptr);

    //! Null where there is nothing to do.
    Button *actionButton() const { return m_action; }

Q_SIGNALS:
    void actionTriggered();

private:
    Button *m_action = nullptr;
};

} // namespace thimblely::ui
