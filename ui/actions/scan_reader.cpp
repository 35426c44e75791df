// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/actions/scan_reader.h"

#include "core/base/device_settings.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace thimblely::ui {

namespace {

constexpr int gap = 35;         // ms from key to key: scanners take 1 to 20, a fast person 60 and more
constexpr int leastToLearn = 6; // keys: nobody strikes so many in a row by chance
constexpr int least = 2;
constexpr int afterScan = 400; // ms in which nobody presses Enter on purpose

QString knownSetting()
{
    return QStringLiteral("scanner/known");
}

/*!
 * What a key says by its place, as the letters stand on a US keyboard, which a scanner takes itself for. The numbers are
 * those of the kernel's input-event-codes.h (set 1 of the PC keyboard, as Windows gives them); X11 and Wayland add 8.
 */
QChar characterAt(quint32 place)
{
    constexpr std::pair<quint32, const char *> rows[] = {
        {2, "1234567890"}, {16, "QWERTYUIOP"}, {30, "ASDFGHJKL"}, {44, "ZXCVBNM"}};
    for (const auto &[first, characters] : rows) {
        if (place >= first && place < first + qstrlen(characters))
            return QLatin1Char(characters[place - first]);
    }
    return {};
}

QChar characterOf(const QKeyEvent &key)
{
    const auto others = key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (others || key.isAutoRepeat())
        return {};
#ifdef Q_OS_WIN
    constexpr quint32 added = 0;
#else
    constexpr quint32 added = 8;
#endif
    if (key.nativeScanCode() > added) {
        if (const QChar there = characterAt(key.nativeScanCode() - added); !there.isNull())
            return there;
    }
    const QString text =
        key.text().toUpper(); // the digits of the pad, or a platform that does not say where a key lies
    const bool plain =
        text.size() == 1 && ((text[0] >= u'0' && text[0] <= u'9') || (text[0] >= u'A' && text[0] <= u'Z'));
    return plain ? text[0] : QChar();
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_CapsLock || key == Qt::Key_NumLock;
}

QString textOf(const QWidget *field)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(field))
        return line->text();
    const auto *text = qobject_cast<const QPlainTextEdit *>(field);
    return text ? text->toPlainText() : QString();
}

} // namespace

ScanReader::ScanReader(QWidget *of) : QObject(of), m_of(of), m_known(deviceSetting(knownSetting(), false).toBool())
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ScanReader::letGo);
    m_clock.start();
    qApp->installEventFilter(this);
}

bool ScanReader::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    // At the window, before any widget or shortcut has seen it; a menu or a list that is open has the keys for itself.
    if (!key || m_lettingGo || watched != m_of->window()->windowHandle() || !m_of->isVisible() ||
        QApplication::activePopupWidget())
        return false;
    const auto &pressed = *static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::KeyPress)
        return press(watched, pressed);
    return !m_held.empty() && hold(watched, pressed); // a key is let go after it was pressed
}

bool ScanReader::isQuick(const QKeyEvent &key)
{
    const quint64 now = key.timestamp() != 0 ? key.timestamp() : quint64(m_clock.elapsed());
    const quint64 since = now - std::exchange(m_last, now);
    return !m_code.isEmpty() && since <= quint64(gap);
}

bool ScanReader::press(QObject *window, const QKeyEvent &key)
{
    if (isModifier(key.key()))
        return false;
    const bool quick = isQuick(key);
    if (!quick)
        letGo();
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        // Some scanners send two of them, and the second would take the money of the order that the first has opened.
        const bool second = m_scannedAt && m_last - *m_scannedAt <= quint64(afterScan);
        return second || end(quick);
    }
    const QChar character = characterOf(key);
    if (character.isNull()) {
        letGo();
        return false;
    }
    if (m_code.isEmpty()) {
        QWidget *field = QApplication::focusWidget();
        m_before = {field, textOf(field)};
    }
    m_code += character;
    if (!m_known)
        return false;
    m_pause.start(gap);
    return hold(window, key);
}

bool ScanReader::end(bool quick)
{
    const bool isScan = quick && m_code.size() >= (m_known ? least : leastToLearn);
    if (!isScan) {
        letGo();
        return false;
    }
    m_pause.stop();
    m_held.clear();
    m_scannedAt = m_last;
    if (!std::exchange(m_known, true)) {
        setDeviceSetting(knownSetting(), true);
        takeBack();
    }
    Q_EMIT scanned(std::exchange(m_code, {}));
    return true;
}

bool ScanReader::hold(QObject *window, const QKeyEvent &key)
{
    m_held.push_back({window, std::unique_ptr<QKeyEvent>(key.clone())});
    return true;
}

//! It was a person: everything goes where it was going.
void ScanReader::letGo()
{
    m_pause.stop();
    m_code.clear();
    const std::vector<Held> held = std::exchange(m_held, {});
    m_lettingGo = true;
    for (const Held &key : held) {
        if (key.window)
            QCoreApplication::sendEvent(key.window, key.event.get());
    }
    m_lettingGo = false;
}

//! As if it had been typed away again, so that who listens to typing hears of it.
void ScanReader::takeBack()
{
    QWidget *field = m_before.field;
    if (qobject_cast<QAbstractItemView *>(field)) { // the first key opened a cell
        QWidget *cell = QApplication::focusWidget();
        if (cell && cell != field && field->isAncestorOf(cell)) {
            QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
            QCoreApplication::sendEvent(cell, &escape);
        }
        return;
    }
    if (!field || textOf(field) == m_before.text)
        return;
    if (auto *line = qobject_cast<QLineEdit *>(field)) {
        line->selectAll();
        if (m_before.text.isEmpty())
            line->del();
        else
            line->insert(m_before.text);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(field)) {
        text->selectAll();
        text->insertPlainText(m_before.text);
    }
}

} // namespace thimblely::ui
