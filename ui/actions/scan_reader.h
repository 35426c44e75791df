// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace thimblely::ui {

/*!
 * Tells a scan from typing in any place of a window: a scanner is a keyboard that types a code and Enter faster than
 * anybody can. What it typed is read from the places of the keys, so that the code comes out right whatever the layout
 * of the keyboard (a French one has & where the scanner means 1, an Arabic one has no Latin letters).
 *
 * A device that has seen a scanner once (its settings know) holds each digit and letter back for the 35 ms in which a
 * scanner types the next one; before, keys go their way at once, and the first scan ever takes back what it typed into a
 * field. Codes hold digits and capital letters only (ui/documents/barcode.h). GUI thread.
 */
class ScanReader : public QObject {
    Q_OBJECT

public:
    //! Reads in the window of `of` while that is shown.
    explicit ScanReader(QWidget *of);

Q_SIGNALS:
    void scanned(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Held {
        QPointer<QObject> window;
        std::unique_ptr<QKeyEvent> event;
    };
    struct Before { //!< what stood in the field that a first scan types into
        QPointer<QWidget> field;
        QString text;
    };
    bool isQuick(const QKeyEvent &key);
    bool press(QObject *window, const QKeyEvent &key);
    bool end(bool quick);
    bool hold(QObject *window, const QKeyEvent &key);
    void letGo();
    void takeBack();

    QWidget *m_of;
    bool m_known; // that this device has a scanner
    QTimer m_pause;
    QElapsedTimer m_clock;
    quint64 m_last = 0; // when the last key was pressed, in ms
    std::optional<quint64> m_scannedAt;
    QString m_code;
    std::vector<Held> m_held;
    Before m_before;
    bool m_lettingGo = false;
};

} // namespace thimblely::ui
