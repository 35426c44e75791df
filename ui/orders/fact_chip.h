// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QAbstractButton>

#include <vector>

namespace thimblely::ui {

/*!
 * Something that is known of a piece, or dashed what can be said of it yet: words, and quieter ones after them. A click
 * changes it, Delete takes it out. Where it is cut to a width its words give way.
 */
class FactChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit FactChip(QWidget *parent = nullptr);

    //! `quiet` may be empty.
    void setFact(const QString &words, const QString &quiet);
    //! Of the quieter words, where they warn.
    void setQuietRole(Role role);
    //! An icon before the words; empty: none.
    void setIconName(const QByteArray &name);
    //! As an invitation, with a dashed outline.
    void setDashed(bool dashed);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeRequested();

protected:
    struct Part {
        TextStyle style;
        Role role;
        QString words;
        int width;
    };
    //! In their order; text() gives way where there is no room.
    virtual std::vector<Part> parts() const;
    static Part part(TextStyle style, Role role, const QString &words, const QString &widest);

    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int iconWidth() const;

    QString m_quiet;
    Role m_quietRole = Role::Muted;
    QByteArray m_icon;
    bool m_dashed = false;
};

} // namespace thimblely::ui
