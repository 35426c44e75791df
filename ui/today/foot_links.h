// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QAbstractButton>

namespace thimblely::ui {

//! Words of 14 px and an arrow onwards, as at the foot of a card: "All 11 ›". The words end 6 before the arrow.
class ForwardLink : public QAbstractButton {
    Q_OBJECT

public:
    explicit ForwardLink(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/*!
 * A muted sentence of 14 px that leads somewhere by the number in it, which is underlined: "3 pieces due tomorrow are
 * not ready". It is shortened where there is no room.
 */
class SentenceLink : public QAbstractButton {
    Q_OBJECT

public:
    explicit SentenceLink(QWidget *parent = nullptr);

    //! `sentence` with "%1" where `link` stands.
    void setSentence(const QString &sentence, const QString &link);
    void setStyle(TextStyle style);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_before;
    QString m_link;
    QString m_after;
    TextStyle m_style = TextStyle::Body;
};

} // namespace thimblely::ui
