// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/measuring_header.h"

#include "ui/measurements/measure_field.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>

namespace thimblely::ui {
namespace {

constexpr std::array Postures{"erect", "normal", "stoop"};
constexpr int Tick = metric::IconSmall + 7; // before the draft's words
constexpr int NameRoom = 130;               // px at 100 %
constexpr int DraftRoom = 130;
constexpr int Gaps = 12 + 12 + 24 + 24 + 12 + 12 + 4;

} // namespace

//! The words of the draft state with a tick before them, at the trailing end of what room is left: they give way first.
class DraftWords : public Label {
public:
    explicit DraftWords(QWidget *parent) : Label(TextStyle::Body, Role::Muted, {}, parent)
    {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr int before = Tick;
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width() - before);
        if (const QString tip = shown == text() ? QString() : text(); tip != toolTip())
            setToolTip(tip);
        if (shown.isEmpty() || width() < before)
            return;
        QPainter painter(this);
        const QRect words(std::max(before, width() - fontMetrics().horizontalAdvance(shown)), 0, width(), height());
        const QRect tick(words.left() - before, 0, metric::IconSmall, height());
        const QColor color = Theme::instance().color(Role::Muted);
        paintIcon(&painter, "i-check", QStyle::visualRect(layoutDirection(), rect(), tick), color, metric::IconSmall);
        painter.setPen(color);
        const QRect end(words.left(), 0, width() - words.left(), height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), end),
                         textFlags(shown, Qt::AlignTrailing, layoutDirection()), shown);
    }
};

TemplateButton::TemplateButton(QWidget *parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, this, &TemplateButton::openMenu);
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
}

void TemplateButton::setChoices(std::vector<TemplateChoice> choices, const QString &current)
{
    m_choices = std::move(choices);
    m_current = current;
    QString name;
    for (const TemplateChoice &c : m_choices) {
        if (c.key == current)
            name = c.name;
    }
    setText(name);
    setAccessibleName(tr("Template: %1").arg(name));
    setFocusPolicy(m_choices.size() > 1 ? Qt::StrongFocus : Qt::NoFocus);
    setEnabled(m_choices.size() > 1);
    updateGeometry();
    update();
}

QSize TemplateButton::sizeHint() const
{
    const int words = QFontMetrics(Theme::instance().font(TextStyle::Body)).horizontalAdvance(text());
    return {words + (m_choices.size() > 1 ? 4 + metric::IconSmall : 0), metric::Touch};
}

void TemplateButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setFont(theme.font(TextStyle::Body));
    painter.setPen(theme.color(underMouse() && isEnabled() ? Role::Text : Role::Muted));
    painter.drawText(rect(), Qt::AlignLeading | Qt::AlignVCenter, text());
    if (m_choices.size() > 1) {
        const QRect end(width() - metric::IconSmall, 1, metric::IconSmall, height());
        paintIcon(&painter, "i-down", QStyle::visualRect(layoutDirection(), rect(), end), theme.color(Role::Muted),
                  metric::IconSmall);
    }
}

void TemplateButton::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *templates = new QActionGroup(menu);
    for (const bool children : {false, true}) {
        for (const TemplateChoice &c : m_choices) {
            if (c.forChildren != children)
                continue;
            QAction *action = menu->addAction(c.name);
            action->setCheckable(true);
            templates->addAction(action);
            action->setChecked(c.key == m_current);
            connect(action, &QAction::triggered, this, [this, key = c.key] { Q_EMIT chosen(key); });
        }
        if (!children && !menu->isEmpty())
            menu->addSeparator();
    }
    // Queued: what was chosen is told first.
    connect(menu, &QMenu::aboutToHide, this, &TemplateButton::closed, Qt::QueuedConnection);
    menu->popup(mapToGlobal(QPoint(0, height())));
}

MeasuringHeader::MeasuringHeader(QWidget *parent)
    : QWidget(parent), m_client(new Label(TextStyle::Heading, Role::Text, {}, this)),
      m_number(new Label(TextStyle::Body, Role::Muted, {}, this)),
      m_dot(new Label(TextStyle::Body, Role::Muted, QStringLiteral("·"), this)), m_template(new TemplateButton(this)),
      m_unit(new Segmented(tr("Unit"), this)), m_draft(new DraftWords(this)),
      m_postureLabel(new Label(TextStyle::Body, Role::Muted, tr("Posture"), this)),
      m_posture(new Segmented(tr("Posture"), this)), m_helper(new PlainButton(tr("Helper view"), this)),
      m_more(new FlatButton({}, this)), m_menu(new QMenu(this))
{
    m_client->setElided(true);
    m_dot->setContentsMargins(4, 0, 4, 0);
    m_unit->setSmall(true);
    m_unit->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // the name gives way before it
    m_posture->setSmall(true);
    m_posture->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (const QString &word : {tr("erect"), tr("normal"), tr("stoop")})
        m_posture->addSegment(word);
    watch(m_posture);
    m_helper->setButtonSize(Button::Size::Small);
    m_helper->setCheckable(true);
    m_helper->setToolTip(tr("For two: the value large, with the next names (F11)"));

    m_more->setIconName("i-more");
    m_more->setButtonSize(Button::Size::Small);
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("Templates, print and more"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_client);
    row->addSpacing(12);
    row->addWidget(m_number);
    row->addWidget(m_dot);
    row->addWidget(m_template);
    row->addSpacing(12);
    row->addWidget(m_unit);
    row->addSpacing(24);
    row->addWidget(m_draft, 1);
    row->addSpacing(24);
    row->addWidget(m_postureLabel);
    row->addSpacing(12);
    row->addWidget(m_posture);
    row->addSpacing(12);
    row->addWidget(m_helper);
    row->addSpacing(4);
    row->addWidget(m_more);

    setUnits({LengthUnit::Centimetre, LengthUnit::Inch});
    setPosture(QStringLiteral("normal"));
    setDraftState({});
    setCompact(false);
    connect(m_template, &TemplateButton::chosen, this, &MeasuringHeader::templateChosen);
    connect(m_template, &TemplateButton::closed, this, &MeasuringHeader::choiceMade);
    connect(m_unit, &Segmented::currentIndexChanged, this, [this](int index) {
        if (!m_setting)
            Q_EMIT unitChosen(m_units.at(size_t(index)));
    });
    connect(m_posture, &Segmented::currentIndexChanged, this, [this](int index) {
        if (!m_setting)
            Q_EMIT postureChosen(QLatin1String(Postures.at(size_t(index))));
    });
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        // It is filled as it opens, and only then is it known how wide it is.
        const QPoint below = m_more->mapToGlobal(QPoint(0, m_more->height()));
        m_menu->popup(below);
        if (layoutDirection() == Qt::LeftToRight)
            m_menu->move(below.x() + m_more->width() - m_menu->width(), below.y());
    });
    connect(m_helper, &QAbstractButton::toggled, this, [this](bool on) {
        if (!m_setting)
            Q_EMIT helperViewToggled(on);
    });
}

void MeasuringHeader::watch(Segmented *choice)
{
    for (int i = 0; i < choice->count(); ++i) {
        QAbstractButton *segment = choice->button(i);
        segment->installEventFilter(this);
        connect(segment, &QAbstractButton::clicked, this, [this] {
            if (!m_walking)
                Q_EMIT choiceMade();
        });
    }
}

bool MeasuringHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        m_walking = false;
    } else if (event->type() == QEvent::KeyPress) {
        // The arrows click each segment they come to; the keyboard stays there until Enter or Space.
        const int key = static_cast<QKeyEvent *>(event)->key();
        m_walking = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT choiceMade();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MeasuringHeader::setClient(const QString &name, const QString &number)
{
    m_client->setText(name);
    m_numberText = number;
    refreshNumber();
    fitIn();
}

void MeasuringHeader::refreshNumber()
{
    m_number->setText(m_numberText.isEmpty() ? QString() : tr("no. %1").arg(m_numberText));
    m_number->setVisible(!m_compact && !m_numberText.isEmpty());
    m_dot->setVisible(m_number->isVisibleTo(this));
}

void MeasuringHeader::setTemplates(std::vector<TemplateChoice> choices, const QString &current)
{
    m_template->setChoices(std::move(choices), current);
    fitIn();
}

void MeasuringHeader::setUnits(const std::vector<LengthUnit> &units)
{
    m_setting = true;
    m_units = units;
    m_unit->clear();
    for (const LengthUnit unit : units)
        m_unit->addSegment(unitSymbol(unit));
    watch(m_unit);
    m_setting = false;
}

void MeasuringHeader::setUnit(LengthUnit unit)
{
    m_setting = true;
    for (size_t i = 0; i < m_units.size(); ++i) {
        if (m_units[i] == unit)
            m_unit->setCurrentIndex(int(i));
    }
    m_setting = false;
}

void MeasuringHeader::setPosture(const QString &code)
{
    m_setting = true;
    int chosen = 1;
    for (size_t i = 0; i < Postures.size(); ++i) {
        if (code == QLatin1String(Postures[i]))
            chosen = int(i);
    }
    m_posture->setCurrentIndex(chosen);
    m_setting = false;
}

void MeasuringHeader::setDraftState(const QString &sentence)
{
    m_draft->setText(sentence);
    fitIn();
}

void MeasuringHeader::setCompact(bool compact)
{
    m_compact = compact;
    setFixedHeight(compact ? 48 : 56);
    m_helper->setCaption(compact ? QString() : QStringLiteral("F11"));
    refreshNumber();
    fitIn();
}

//! Where all does not fit beside the name and the draft's words, the posture is chosen in the menu; in a narrow window
//! the name gives way to the draft's words, but for what one is known by.
void MeasuringHeader::fitIn()
{
    const int name = Theme::instance().px(NameRoom);
    int rest = width() - Gaps;
    for (const QWidget *part : {static_cast<QWidget *>(m_template), static_cast<QWidget *>(m_unit),
                                static_cast<QWidget *>(m_helper), static_cast<QWidget *>(m_more)})
        rest -= part->sizeHint().width();
    if (!m_compact)
        rest -= m_number->sizeHint().width() + m_dot->sizeHint().width() + m_postureLabel->sizeHint().width();
    const bool roomy = rest - m_posture->sizeHint().width() >= name + Theme::instance().px(DraftRoom);
    m_posture->setVisible(roomy);
    m_postureLabel->setVisible(!m_compact && roomy);
    rest -= roomy ? m_posture->sizeHint().width() : 0;
    const int draft = m_draft->text().isEmpty() ? 0 : m_draft->fontMetrics().horizontalAdvance(m_draft->text()) + Tick;
    m_client->setMaximumWidth(m_compact ? std::max(name, rest - draft) : QWIDGETSIZE_MAX);
}

void MeasuringHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitIn();
}

void MeasuringHeader::addPosturesTo(QMenu *menu)
{
    if (m_posture->isVisibleTo(this))
        return;
    menu->addAction(tr("Posture"))->setEnabled(false); // the heading of the three
    auto *postures = new QActionGroup(menu);
    for (int i = 0; i < m_posture->count(); ++i) {
        QAction *action =
            menu->addAction(m_posture->button(i)->text(), this, [this, i] { m_posture->setCurrentIndex(i); });
        action->setCheckable(true);
        postures->addAction(action);
        action->setChecked(i == m_posture->currentIndex());
    }
    menu->addSeparator();
}

void MeasuringHeader::setHelperView(bool on)
{
    m_setting = true;
    m_helper->setChecked(on);
    m_setting = false;
}

} // namespace thimblely::ui
