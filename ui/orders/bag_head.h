// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QWidget>

namespace thimblely::ui {

//! The headings of the piece list, and the line of the order under them: number, client, days.
class BagHead : public QWidget {
    Q_OBJECT

public:
    explicit BagHead(QWidget *parent = nullptr);

    void setOrder(const QString &number, const QString &client, const QString &facts, const QString &days);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int headHeight() const;
    int lineHeight() const;
    void paintHead(QPainter &painter) const;
    void paintLine(QPainter &painter) const;

    QString m_number;
    QString m_client;
    QString m_facts;
    QString m_days;
};

} // namespace thimblely::ui
