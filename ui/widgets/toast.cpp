// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/toast.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPropertyAnimation>
#include <QStyle>

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

namespace thimblely::ui {
namespace {

constexpr int ShadowWidth = 4;
constexpr int lookMilliseconds = 200;
constexpr int FromFoot = 16;
constexpr int LeastWidth = 280;
constexpr int OneLine = 60; // letters

//! Goes by fading where the platform animates at all, else at once.
void dismiss(Toast *toast)
{
    const int duration = toast->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, toast);
    // The text may have changed its size a moment ago: nobody lays it out anew any more.
    const bool fits = toast->sizeFor(toast->width()).height() <= toast->height();
    if (duration <= 0 || !toast->isVisible() || !fits) {
        toast->hide();
        return toast->deleteLater();
    }
    auto *effect = new QGraphicsOpacityEffect(toast);
    toast->setGraphicsEffect(effect);
    auto *fade = new QPropertyAnimation(effect, "opacity", toast);
    fade->setDuration(std::min(duration, 200));
    fade->setStartValue(1.0);
    fade->setEndValue(0.0);
    QObject::connect(fade, &QPropertyAnimation::finished, toast, &QObject::deleteLater);
    // Nobody places it any more: what is laid out anew does not have it over it.
    QObject::connect(&Theme::instance(), &Theme::changed, toast, [toast] {
        toast->hide();
        toast->deleteLater();
    });
    fade->start(QAbstractAnimation::DeleteWhenStopped);
}

//! A button, reached by Tab or only by the mouse, or a field; of a list there is always more to see than what lies under
//! a toast.
bool isActedOn(const QWidget &widget)
{
    const bool presses = qobject_cast<const QAbstractButton *>(&widget);
    return widget.isVisible() && widget.isEnabled() && (presses || (widget.focusPolicy() & Qt::TabFocus)) &&
           !qobject_cast<const QAbstractScrollArea *>(&widget);
}

//! What is seen of it, if it has been scrolled.
QRect shownRect(const QWidget &widget, const QWidget &in)
{
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(&in, QPoint()));
}

} // namespace

Toast::Toast(const QString &sentence, const QString &actionText, QWidget *parent) : QFrame(parent)
{
    m_words = new Label(TextStyle::Body, Role::Text, sentence, this);
    m_words->setWordWrap(sentence.size() > OneLine);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(ShadowWidth + 4, ShadowWidth + 4, ShadowWidth + 4, ShadowWidth + 4);
    row->setSpacing(0);
    // Layout margins are not mirrored, items are.
    if (!actionText.isEmpty())
        row->addSpacing(12);
    row->addWidget(m_words, 1);
    if (actionText.isEmpty()) {
        row->setContentsMargins(ShadowWidth + 16, ShadowWidth + 12, ShadowWidth + 16, ShadowWidth + 12);
    } else {
        m_action = new PlainButton(actionText, this);
        m_action->setButtonSize(Button::Size::Small);
        m_action->setFocusPolicy(Qt::TabFocus); // clicked, it goes at once: the keyboard stays where work is done
        m_action->installEventFilter(this);
        connect(m_action, &QPushButton::clicked, this, [this] {
            Q_EMIT actionTriggered();
            Q_EMIT finished();
        });
        row->addSpacing(16);
        row->addWidget(m_action);
    }
    setAccessibleName(sentence);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one of six seconds is wrong by what counts as just said
    connect(&m_timer, &QTimer::timeout, this, &Toast::finished);
}

QString Toast::sentence() const
{
    return m_words->text();
}

void Toast::start(int milliseconds)
{
    m_whole = milliseconds;
    m_left = milliseconds;
    m_timer.start(milliseconds);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

int Toast::age() const
{
    return m_whole - (m_timer.isActive() ? m_timer.remainingTime() : m_left);
}

QSize Toast::sizeFor(int width)
{
    m_words->setWordWrap(false); // wrapped words ask for less than they need on one line
    m_words->setWordWrap(width < sizeHint().width());
    m_words->ensurePolished();
    layout()->invalidate(); // the words were another shape a moment ago
    const int height = hasHeightForWidth() ? heightForWidth(width) : sizeHint().height();
    return {width, std::max(height, minimumSizeHint().height())};
}

void Toast::pause()
{
    if (!m_timer.isActive())
        return;
    m_left = std::max(m_timer.remainingTime(), 1000);
    m_timer.stop();
}

void Toast::resume()
{
    const bool focused = m_action && m_action->hasFocus();
    if (!m_timer.isActive() && m_left > 0 && !underMouse() && !focused)
        m_timer.start(m_left);
}

void Toast::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    pause();
}

void Toast::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    resume();
}

bool Toast::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT finished();
    QFrame::keyPressEvent(event);
}

void Toast::mouseReleaseEvent(QMouseEvent *event)
{
    if (rect().contains(event->position().toPoint()))
        Q_EMIT finished();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        pause();
    else if (event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(
            this, [this] { resume(); }, Qt::QueuedConnection);
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    // The only shadow of the program: what lies over other things says so.
    for (int i = 0; i < ShadowWidth; ++i) {
        QColor shade(Qt::black);
        shade.setAlpha(theme.isDark() ? 40 : 10 + 4 * i);
        paintPanel(&painter, rect().adjusted(i, i + 1, -i, -i + 1), {}, shade, metric::Radius + ShadowWidth - i);
    }
    paintPanel(&painter, rect().adjusted(ShadowWidth, ShadowWidth, -ShadowWidth, -ShadowWidth),
               theme.color(Role::Surface), theme.color(Role::Outline));
}

ToastHost::ToastHost(QWidget *over) : QObject(over), m_over(over)
{
    m_look.setInterval(lookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &ToastHost::makeWay);
    over->installEventFilter(this);
}

Toast *ToastHost::show(const QString &sentence, int milliseconds)
{
    return present(new Toast(sentence, {}, m_over), milliseconds);
}

Toast *ToastHost::showUndo(const QString &sentence, std::function<void()> undo, int milliseconds)
{
    auto *toast = new Toast(sentence, tr("Undo"), m_over);
    connect(toast, &Toast::actionTriggered, this, std::move(undo));
    return present(toast, milliseconds);
}

Toast *ToastHost::present(Toast *toast, int milliseconds)
{
    delete m_current;
    m_current = toast;
    m_look.start();
    connect(toast, &Toast::finished, this, [this, toast] {
        if (m_current == toast) {
            m_current = nullptr;
            m_look.stop();
        }
        toast->disconnect(this);
        dismiss(toast);
    });
    // Once its words have taken the new size, whoever is told first.
    connect(
        &Theme::instance(), &Theme::changed, toast, [this] { place(); }, Qt::QueuedConnection);
    place();
    toast->show();
    toast->raise();
    toast->start(milliseconds);
    // The screen may be about to show something else, having done what the toast tells of.
    QMetaObject::invokeMethod(
        toast, [this] { place(); }, Qt::QueuedConnection);
    return toast;
}

void ToastHost::screenChanged()
{
    constexpr int justSaid = 1000; // ms
    if (!m_current)
        return;
    if (m_current->age() > justSaid)
        Q_EMIT m_current->finished();
    else
        m_current->raise(); // the screen came to lie over it
}

std::vector<QRect> ToastHost::actedOn() const
{
    std::vector<QRect> places;
    for (const QWidget *widget : m_over->findChildren<QWidget *>()) {
        if (isActedOn(*widget) && !m_current->isAncestorOf(widget))
            places.push_back(shownRect(*widget, *m_over));
    }
    return places;
}

//! The screen may have come to its final shape after the toast; under the pointer it stays where it is.
void ToastHost::makeWay()
{
    if (!m_current)
        return m_look.stop();
    if (m_current->underMouse())
        return;
    const std::vector<QRect> now = actedOn();
    const auto under = [this](const QRect &rect) { return rect.intersects(m_current->geometry()); };
    if (now != m_placedAmong && std::ranges::any_of(now, under))
        place();
}

void ToastHost::place()
{
    if (!m_current)
        return;
    m_placedAmong = actedOn();
    const int widest = std::max(120, m_over->width() - 2 * FromFoot);
    std::optional<Place> best;
    for (const int width : {std::max(m_current->sizeHint().width(), LeastWidth), 2 * LeastWidth, LeastWidth}) {
        const Place place = freePlace(m_current->sizeFor(std::min(width, widest)), m_placedAmong);
        if (!best || place.covered < best->covered)
            best = place;
        if (best->covered == 0)
            break;
    }
    // Its words are wrapped as there, and not as it was tried last.
    m_current->setGeometry(QRect(best->rect.topLeft(), m_current->sizeFor(best->rect.width())));
}

ToastHost::Place ToastHost::freePlace(const QSize &size, const std::vector<QRect> &actedOn) const
{
    constexpr int step = 8;
    const auto covered = [&](const QRect &toast) {
        return std::accumulate(actedOn.begin(), actedOn.end(), 0, [&](int sum, const QRect &rect) {
            const QRect common = rect & toast;
            return sum + (common.isEmpty() ? 0 : common.width() * common.height());
        });
    };
    const QRect room = m_over->rect().adjusted(FromFoot, FromFoot, -FromFoot, -FromFoot);
    const int centre = (m_over->width() - size.width()) / 2;
    std::optional<Place> best;
    for (int y = room.bottom() + 1 - size.height(); y >= room.top(); y -= step) {
        for (int aside = 0; centre - aside >= room.left(); aside += step) { // from the middle outwards
            for (const int x : {centre + aside, centre - aside}) {
                const QRect rect(QPoint(x, y), size);
                const int under = covered(rect);
                if (!best || under < best->covered)
                    best = Place{rect, under};
                if (under == 0)
                    return *best;
            }
        }
    }
    return best.value_or(Place{QRect(QPoint(std::max(0, centre), room.top()), size), 0});
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_over && event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

} // namespace thimblely::ui
